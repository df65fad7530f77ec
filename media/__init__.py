"""Pictures, narration and video, prepared for weak networks."""
