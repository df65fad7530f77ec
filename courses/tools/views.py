"""Pages of tools: the same for every reader, so they are kept and shared like a lesson.

Only a sum that was sent without a script is rendered for its reader alone, and that is nobody's secret: no name in it.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from courses.tools.packing import GOODS
from courses.tools.pricing import BOX
from courses.tools.selectors import drawings, lesson_with
from courses.tools.sheet import Sheet
from courses.tools.situations import MONEY_GONE, SITUATIONS
from courses.tools.spoken import line_key, situation_key

# Address, drawing, name, one line.
TOOLS = (
    ("tool-price", "phone-sums", _("Price calculator"), _("What a box leaves, and what to ask for it.")),
    ("tool-packing", "checklist-clip", _("Packing checklist"), _("Tick each thing as you pack.")),
    ("tool-scam", "phone-shield", _("Someone asks me to…"), _("Not sure? Look here first.")),
)
LONGEST = 60  # what is longer is no number


@require_safe
def tools(request: HttpRequest) -> HttpResponse:
    pictures = drawings(picture for _address, picture, _name, _line in TOOLS)
    rows = [
        {"address": address, "picture": pictures.get(picture), "name": name, "line": line}
        for address, picture, name, line in TOOLS
    ]
    return render(request, "courses/tools/tools.html", {"tools": rows})


@require_safe
def price(request: HttpRequest) -> HttpResponse:
    """With a question in the address it answers on the server, for browsers that run no script."""
    typed = {name: request.GET.get(name, usual)[: LONGEST + 1] for name, usual in BOX.items()}
    sheet = Sheet(typed, request.GET.get("ask", ""))
    sent = any(name in request.GET for name in BOX)
    context = {"sheet": sheet, "typed": sent, "lesson": _lesson(request, "price")}
    return render(request, "courses/tools/price.html", context)


@require_safe
def packing(request: HttpRequest) -> HttpResponse:
    pictures = drawings(picture for good in GOODS for picture in (good.picture, *(step for step, _words in good.lines)))
    goods = [
        {
            "key": good.key,
            "name": good.name,
            "picture": pictures.get(good.picture),
            "lines": [
                {"picture": pictures.get(picture), "words": words, "key": line_key(picture)}
                for picture, words in good.lines
            ],
        }
        for good in GOODS
    ]
    return render(request, "courses/tools/packing.html", {"goods": goods, "lesson": _lesson(request, "packing")})


@require_safe
def scam(request: HttpRequest) -> HttpResponse:
    pictures = drawings(one.picture for one in SITUATIONS)
    situations = [
        {**one._asdict(), "picture": pictures.get(one.picture), "key": situation_key(one)} for one in SITUATIONS
    ]
    context = {"situations": situations, "gone": MONEY_GONE, "lesson": _lesson(request, "scam")}
    return render(request, "courses/tools/scam.html", context)


def _lesson(request: HttpRequest, tool: str):
    return lesson_with(tool, language_code=request.LANGUAGE_CODE)
