"""Who: users now; persons, trainees, posts and cohorts as they come."""
