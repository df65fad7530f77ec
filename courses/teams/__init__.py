"""Teams: who may do what in which course. Rights are Wagtail's page and collection permissions of a team's groups."""
