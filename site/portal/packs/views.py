"""Where a phone asks what a course weighs and what is in it."""

from threading import Lock
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from courses.models import CoursePage
from portal.packs.listing import pack_of

# The first list after a change of content renders every page of the course: seconds, which a class that opens this page
# together must not pay thirty times at once. Whoever comes next finds the pages made.
_one_at_a_time = Lock()


@require_safe
def course_pack(request: HttpRequest, course_key: UUID) -> JsonResponse:
    """Public and the same for everybody; made once for each state of the content and kept beside its pages."""
    courses = CoursePage.objects.live().public().filter(locale__language_code=request.LANGUAGE_CODE)
    course = get_object_or_404(courses, translation_key=course_key)
    with _one_at_a_time:
        return JsonResponse(pack_of(course, request))
