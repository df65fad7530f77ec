"""Reading people and posts. Who may see what begins here, for every page, export and task."""

from trainees.selectors.posts import divisions_visible_to, posts_of, trainees_visible_to
from trainees.selectors.trainees import trainee_of

__all__ = ["divisions_visible_to", "posts_of", "trainee_of", "trainees_visible_to"]
