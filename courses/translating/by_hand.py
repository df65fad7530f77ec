"""A sentence typed side by side, in place of wagtail-localize's own way: it takes what is empty or too long as done."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import StringTranslationSerializer

from courses.translating.changes import plain
from courses.translating.one_page import translation_of_hers
from courses.translating.sentences import most_characters
from courses.translating.weighing import tidied, too_long


def type_sentence(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """For whoever may edit the translated page. Tidied as what comes in a file is; with nothing left it goes away."""
    translation = translation_of_hers(request, translation_id)
    there = StringSegment.objects.select_related("string", "context").filter(
        context__object_id=translation.source.object_id
    )
    segment = get_object_or_404(there, pk=string_segment_id)
    if request.method not in ("PUT", "DELETE"):
        return HttpResponseNotAllowed(["PUT", "DELETE"])
    return _write(request, translation=translation, segment=segment)


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def _write(request: Request, *, translation: Translation, segment: StringSegment) -> Response:
    typed = "" if request.method == "DELETE" else request.POST.get("value", "")
    said = tidied(typed, plain(segment.string.data))
    at = {"translation_of": segment.string, "locale": translation.target_locale, "context": segment.context}
    if not said:
        StringTranslation.objects.filter(**at).delete()
        return Response({"string_id": segment.string_id, "segment_id": segment.pk, "data": "", "error": None})
    most = most_characters(translation.source.get_source_instance(), segment.context.path)
    # What is too long is kept for her to make shorter, and counts as not translated.
    fault = too_long(plain(said), most)
    written, made = StringTranslation.objects.update_or_create(
        **at,
        defaults={
            **{"data": said, "has_error": bool(fault), "field_error": fault},
            **{"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": ""},
            "last_translated_by": request.user,
        },
    )
    told = StringTranslationSerializer(written, context={"translation_source": translation.source}).data
    return Response(told, status=201 if made else 200)
