"""For the form of a lesson: what to do after it is written."""

from django import template

from courses.drafting.next_steps import may_publish, next_steps

register = template.Library()
register.simple_tag(next_steps)
register.simple_tag(may_publish)
