"""Where people meet content: what they did, what follows from it, and the counts that officials answer for."""
