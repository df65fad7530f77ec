"""What the foundation hangs into the authors' admin."""

from wagtail import hooks

from foundation.jobs.admin import JobViewSet


@hooks.register("register_admin_viewset")
def register_background_work() -> JobViewSet:
    return JobViewSet()
