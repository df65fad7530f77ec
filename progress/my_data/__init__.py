"""My data: what is kept of a trainee and why, who saw it, what she agrees to; put right, taken away, erased."""
