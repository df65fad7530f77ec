"""Who gets what at which address: one row for each address of ours, one line for each prefix of others'.

A row is (route as Django prints it, an example, what each role gets with GET, in the order of ROLES). The trainee lives
in Huishui, the official answers for it, the stranger is the official of another county, who must see nothing of it.
A new address without a row fails `test_addresses.py`; add the row in the commit that adds the address.
"""

ROLES = ("anonymous", "trainee", "trainer", "official", "stranger", "administrator")

SIGN_IN = "302 /accounts/login/"
EDITOR, OFFICE = "302 /cms/", "302 /office/"
NO_QUESTIONS = (404, "302 /office/", "302 /office/", 404)
AREA = "302 /office/522731/"
OTHER_AREA = "302 /office/522730/"
TO_WHO = "302 /learn/who/"
NOBODY = "00000000-0000-0000-0000-000000000000"

TO_TEST = f"302 /learn/test/{NOBODY}/"

FOR_ALL = (200,) * 6
TO_SIGN_IN = (SIGN_IN,) * 6
ONLY_WITH_POST = (405,) * 6
NOT_IN_THE_EDITOR = (OFFICE, OFFICE)
NOT_THERE = (404,) * 6

# Lists that only administrators see.
ADMINISTRATORS = (
    "cms/background-work/",
    "cms/snippets/trainees/villagecode/",
    "cms/snippets/villages/division/",
)

ROWS = [
    ("healthz", "/healthz", *FOR_ALL),
    ("", "/", *FOR_ALL),
    ("display.css", "/display.css", *FOR_ALL),
    ("<language>/display/", "/zh-hans/display/", *FOR_ALL),
    ("<language>/help/", "/zh-hans/help/", *FOR_ALL),
    ("<language>/open-in-browser/", "/zh-hans/open-in-browser/", *FOR_ALL),
    ("<language>/device-check/", "/zh-hans/device-check/", *FOR_ALL),
    ("<language>/search/", "/zh-hans/search/", *FOR_ALL),
    *[(f"<language>/tools/{tool}", f"/zh-hans/tools/{tool}", *FOR_ALL) for tool in ("", "price/", "packing/", "scam/")],
    ("<language>/task/<uuid:lesson_key>/<uuid:card>/", f"/zh-hans/task/{NOBODY}/{NOBODY}/", *NOT_THERE),
    ("service-worker.js", "/service-worker.js", *FOR_ALL),
    ("<language>/no-signal/", "/zh-hans/no-signal/", *FOR_ALL),
    ("<language>/on-this-phone/", "/zh-hans/on-this-phone/", *FOR_ALL),
    ("<language>/shelf/", "/zh-hans/shelf/", *FOR_ALL),
    ("<language>/packs/<uuid:course_key>.json", f"/zh-hans/packs/{NOBODY}.json", *NOT_THERE),
    ("<language>/manifest.webmanifest", "/zh-hans/manifest.webmanifest", *FOR_ALL),
    ("<language>/_util/login/", "/zh-hans/_util/login/", *TO_SIGN_IN),
    ("uploads/<path:name>", "/uploads/nothing.jpg", *NOT_THERE),
    ("cms/login/", "/cms/login/", SIGN_IN, SIGN_IN, SIGN_IN, *NOT_IN_THE_EDITOR, SIGN_IN),
    ("cms/entry-codes/", "/cms/entry-codes/", SIGN_IN, SIGN_IN, 200, *NOT_IN_THE_EDITOR, 200),
    (
        *("cms/pictures/<int:pk>/prepare-again/", "/cms/pictures/0/prepare-again/"),
        *(SIGN_IN, SIGN_IN, 405, *NOT_IN_THE_EDITOR, 405),
    ),
    *[
        (f"{route}{page}", f"/{route}{page}", SIGN_IN, SIGN_IN, EDITOR, *NOT_IN_THE_EDITOR, 200)
        for route in ADMINISTRATORS
        for page in ("", "results/")
    ],
    (
        *("cms/background-work/<int:pk>/retry/", "/cms/background-work/0/retry/"),
        *(SIGN_IN, SIGN_IN, EDITOR, *NOT_IN_THE_EDITOR, 405),
    ),
    ("cms/second-factors/", "/cms/second-factors/", SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 200),
    ("cms/missing/", "/cms/missing/", SIGN_IN, SIGN_IN, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/languages/", "/cms/languages/", SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 200),
    ("cms/translations/", "/cms/translations/", SIGN_IN, SIGN_IN, 200, *NOT_IN_THE_EDITOR, 200),
    *[
        (f"cms/{route}", f"/cms/{example}", SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 404)
        for route, example in (
            ("translations/<int:pk>/<slug:language>/", "translations/0/en/"),
            ("translations/<int:pk>/<slug:language>/words.po", "translations/0/en/words.po"),
            ("translations/<int:pk>/<slug:language>/bring-in/", "translations/0/en/bring-in/"),
            ("localize/submit/page/<int:page_id>/", "localize/submit/page/0/"),
            ("localize/translate/<int:translation_id>/pofile/download/", "localize/translate/0/pofile/download/"),
            ("localize/translate/<int:translation_id>/pofile/upload/", "localize/translate/0/pofile/upload/"),
            ("localize/translate/<int:translation_id>/disable/", "localize/translate/0/disable/"),
            (
                "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
                "localize/translate/0/strings/0/edit/",
            ),
        )
    ],
    (
        *("cms/lessons/<int:pk>/print/", "/cms/lessons/0/print/"),
        *(SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 404),
    ),
    (
        *("cms/lessons/<int:pk>/figures/", "/cms/lessons/0/figures/"),
        *(SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 404),
    ),
    ("learn/", "/learn/", *FOR_ALL),
    ("learn/me/", "/learn/me/", *FOR_ALL),
    *[(f"learn/{room}/", f"/learn/{room}/", *ONLY_WITH_POST) for room in ("events", "gone", "forget-me", "sign-out")],
    ("learn/shelf/", "/learn/shelf/", TO_WHO, 200, *(TO_WHO,) * 4),
    ("learn/shelf.json", "/learn/shelf.json", *FOR_ALL),
    ("learn/was-it-me/", "/learn/was-it-me/", *("302 /learn/",) * 6),
    ("learn/quiz/<uuid:quiz_key>/", f"/learn/quiz/{NOBODY}/", *NOT_THERE),
    ("learn/quiz/<uuid:quiz_key>/<uuid:attempt>/", f"/learn/quiz/{NOBODY}/{NOBODY}/", *NOT_THERE),
    ("learn/test/<uuid:quiz_key>/", f"/learn/test/{NOBODY}/", *NOT_THERE),
    (
        *("learn/test/<uuid:quiz_key>/<uuid:ticket>/", f"/learn/test/{NOBODY}/{NOBODY}/"),
        *(TO_TEST, 404, *(TO_TEST,) * 4),
    ),
    ("learn/lesson/<uuid:lesson_key>/finished/", f"/learn/lesson/{NOBODY}/finished/", *NOT_THERE),
    ("learn/task/photos/", "/learn/task/photos/", *ONLY_WITH_POST),
    ("learn/task/photo/<int:pk>/", "/learn/task/photo/0/", *NOT_THERE),
    ("learn/task/voice/<int:review>/", "/learn/task/voice/0/", *NOT_THERE),
    ("learn/task/<uuid:lesson_key>/<uuid:card>/", f"/learn/task/{NOBODY}/{NOBODY}/", *NOT_THERE),
    ("v/<slug:code>/", "/v/306158/", *("302 /learn/join/",) * 6),
    ("g/<slug:code>/", "/g/000000/", *("302 /learn/class/000000/",) * 6),
    ("learn/class/<slug:code>/", "/learn/class/000000/", *NOT_THERE),
    *[
        (f"cms/classes/{route}", f"/cms/classes/{example}", *(SIGN_IN,) * 2, got, *NOT_IN_THE_EDITOR, got)
        for route, example, got in (
            ("", "", 200),
            ("new/", "new/", 200),
            ("<int:pk>/", "0/", 404),
            ("<int:pk>/change/", "0/change/", 404),
            ("<int:pk>/sheet/", "0/sheet/", 404),
        )
    ],
    ("c/<slug:token>/", "/c/nobody/", *("302 /learn/card/",) * 6),
    ("learn/card/", "/learn/card/", *FOR_ALL),
    ("cms/cards/", "/cms/cards/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/cards/<slug:code>/", "/cms/cards/522731102213/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    *[
        (f"cms/cards/{route}", f"/cms/cards/{example}", *(SIGN_IN,) * 2, got, *NOT_IN_THE_EDITOR, got)
        for route, example, got in (
            ("sheets/<uuid:key>/", f"sheets/{NOBODY}/", 404),
            ("sheets/<uuid:key>/cards.pdf", f"sheets/{NOBODY}/cards.pdf", 404),
            ("<slug:code>/posters.pdf", "522731102213/posters.pdf", 200),
        )
    ],
    *[
        (f"village/cards/{route}", f"/village/cards/{example}", TO_WHO, *(404,) * 5)
        for route, example in (
            ("", ""),
            ("<uuid:key>/", f"{NOBODY}/"),
            ("<uuid:key>/cards.pdf", f"{NOBODY}/cards.pdf"),
        )
    ],
    ("learn/join/", "/learn/join/", *FOR_ALL),
    ("learn/who/", "/learn/who/", *FOR_ALL),
    ("learn/who/<int:remembered>/", "/learn/who/0/", *NOT_THERE),
    ("learn/enter/", "/learn/enter/", *FOR_ALL),
    ("learn/notice/", "/learn/notice/", *FOR_ALL),
    ("learn/take-along/", "/learn/take-along/", TO_WHO, 200, *(TO_WHO,) * 4),
    *[
        (f"learn/my-data/{room}", f"/learn/my-data/{room}", TO_WHO, 200, *(TO_WHO,) * 4)
        for room in ("", "kept/", "seen/", "agreed/", "put-right/", "take-away/", "erase/")
    ],
    ("learn/by-phone/", "/learn/by-phone/", *NOT_THERE),  # no sender of messages is configured
    ("learn/phones/", "/learn/phones/", TO_WHO, 200, *(TO_WHO,) * 4),
    # Nor are there keys of WeChat.
    *[(f"learn/wechat/{step}", f"/learn/wechat/{step}", *NOT_THERE) for step in ("", "ask/", "answer/")],
    ("learn/wechat/let-go/", "/learn/wechat/let-go/", *ONLY_WITH_POST),
    ("learn/help/end/", "/learn/help/end/", *ONLY_WITH_POST),
    ("learn/help-over/", "/learn/help-over/", *FOR_ALL),
    ("learn/remember/<int:number>/", "/learn/remember/1/", TO_WHO, *(404,) * 5),
    *[
        (f"village/{route}", f"/village/{example}", TO_WHO, *(404,) * 5)
        for route, example in (
            *[(room, room) for room in ("", "this-phone/", "people/", "sheets/", "moves/")],
            *[(room, room) for room in ("poster/", "poster/poster.pdf")],
            *[(f"enrol/{step}", f"enrol/{step}") for step in ("", "picture/", "pin/")],
            *[
                (f"people/<int:number>/{room}", f"people/1/{room}")
                for room in ("", "number/", "picture/", "pin/", "helped/", "help/", "moved/")
            ],
            ("sheets/<int:pk>/", "sheets/1/"),
        )
    ],
    ("cms/quizzes/<int:pk>/answers/", "/cms/quizzes/0/answers/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/lessons/new/", "/cms/lessons/new/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/lessons/begin/<int:pk>/", "/cms/lessons/begin/0/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/lessons/<int:pk>/take/", "/cms/lessons/0/take/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/lessons/<int:pk>/answers/", "/cms/lessons/0/answers/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/quizzes/questions.xlsx", "/cms/quizzes/questions.xlsx", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    *[
        (
            f"cms/quizzes/<int:pk>/questions/{route}",
            f"/cms/quizzes/0/questions/{example}",
            *(SIGN_IN,) * 2,
            *NO_QUESTIONS,
        )
        for route, example in (("", ""), ("<slug:format>/", "gift/"))
    ],
    *[
        (f"cms/courses/{route}", f"/cms/courses/{example}", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404)
        for route, example in (
            ("<int:pk>/save/", "0/save/"),
            ("<int:pk>/save/file/", "0/save/file/"),
            ("bring-in/<str:token>/", "bring-in/nothing/"),
        )
    ],
    ("cms/courses/bring-in/", "/cms/courses/bring-in/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    ("cms/images/multiple/add/", "/cms/images/multiple/add/", *(SIGN_IN,) * 2, EDITOR, *NOT_IN_THE_EDITOR, 200),
    *[
        (f"cms/videos/{route}", f"/cms/videos/{example}", *(SIGN_IN,) * 2, found, *NOT_IN_THE_EDITOR, for_all)
        for route, example, found, for_all in (
            ("", "", 404, 200),
            ("add/", "add/", 404, 200),
            ("<int:pk>/", "0/", 404, 404),
            ("<int:pk>/state/", "0/state/", 404, 404),
            ("<int:pk>/again/", "0/again/", 405, 405),
            ("<int:pk>/captions/", "0/captions/", 405, 405),
            ("<int:pk>/delete/", "0/delete/", 405, 405),
            ("chooser/", "chooser/", 200, 200),
            ("chooser/results/", "chooser/results/", 200, 200),
            ("chooser/chosen/<str:pk>/", "chooser/chosen/0/", 404, 404),
            ("chooser/chosen-multiple/", "chooser/chosen-multiple/", 200, 200),
        )
    ],
    ("voice/<str:token>/", "/voice/nobody/", *NOT_THERE),
    ("voice/<str:token>/<int:take>/", "/voice/nobody/0/", *NOT_THERE),
    ("cms/recordings/", "/cms/recordings/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    *[
        (f"cms/recordings/{route}", f"/cms/recordings/{example}", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404)
        for route, example in (
            ("<int:track>/", "0/"),
            ("<int:track>/<slug:script>/", "0/phrases/"),
            ("<int:track>/<slug:script>/record/", "0/phrases/record/"),
            ("<int:track>/<slug:script>/takes/<int:take>/", "0/phrases/takes/0/"),
            ("<int:track>/<slug:script>/links/<int:link>/consent/", "0/phrases/links/0/consent/"),
        )
    ],
    *[
        (f"cms/recordings/{route}", f"/cms/recordings/{example}", *(SIGN_IN,) * 2, 405, *NOT_IN_THE_EDITOR, 405)
        for route, example in (
            ("<int:track>/<slug:script>/links/", "0/phrases/links/"),
            ("<int:track>/<slug:script>/links/<int:link>/", "0/phrases/links/0/"),
        )
    ],
    ("cms/people/", "/cms/people/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/people/write/", "/cms/people/write/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/people/<int:pk>/write/", "/cms/people/0/write/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    (
        *("cms/people/<int:pk>/test/<uuid:quiz_key>/", f"/cms/people/0/test/{NOBODY}/"),
        *((SIGN_IN,) * 2 + (404, *NOT_IN_THE_EDITOR, 404)),
    ),
    ("cms/moves/", "/cms/moves/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/moves/<slug:code>/", "/cms/moves/522731102213/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/doubles/", "/cms/doubles/", *(SIGN_IN,) * 2, 200, *NOT_IN_THE_EDITOR, 200),
    ("learn/my-village/", "/learn/my-village/", TO_WHO, 200, *(TO_WHO,) * 4),
    ("learn/messages/", "/learn/messages/", TO_WHO, 200, *(TO_WHO,) * 4),
    ("cms/people/<int:pk>/", "/cms/people/0/", *(SIGN_IN,) * 2, 404, *NOT_IN_THE_EDITOR, 404),
    *[
        (f"cms/reviews/{route}", f"/cms/reviews/{example}", *(SIGN_IN,) * 2, got, *NOT_IN_THE_EDITOR, got)
        for route, example, got in (
            ("", "", 200),
            ("<int:pk>/", "0/", 404),
            ("<int:pk>/photos/<int:photo>/", "0/photos/0/", 404),
            ("<int:pk>/voices/<int:review>/", "0/voices/0/", 404),
            ("shown/", "shown/", 200),
            ("shown/<int:trainee>/", "shown/0/", 404),
            ("shown/<int:trainee>/<uuid:lesson_key>/<uuid:card>/", f"shown/0/{NOBODY}/{NOBODY}/", 404),
        )
    ],
    ("office/", "/office/", SIGN_IN, SIGN_IN, AREA, AREA, OTHER_AREA, 200),
    ("office/erase/", "/office/erase/", SIGN_IN, SIGN_IN, 200, 200, 200, 200),
    ("office/kept/", "/office/kept/", *(SIGN_IN,) * 2, *(404,) * 3, 200),
    ("office/audit/", "/office/audit/", SIGN_IN, SIGN_IN, 404, 200, 200, 200),
    ("accounts/sessions/", "/accounts/sessions/", SIGN_IN, SIGN_IN, *(200,) * 4),
    ("office/calls/", "/office/calls/", SIGN_IN, SIGN_IN, *(200,) * 4),
    ("office/calls/<int:pk>/", "/office/calls/0/", SIGN_IN, SIGN_IN, *(404,) * 4),
    *[
        (f"office/register/{page}", f"/office/register/{page}", SIGN_IN, SIGN_IN, *(200,) * 4)
        for page in ("", "template.xlsx")
    ],
    ("office/register/<int:pk>/", "/office/register/0/", SIGN_IN, SIGN_IN, *(404,) * 4),
    (
        *("office/register/<int:pk>/to-correct.xlsx", "/office/register/0/to-correct.xlsx"),
        *(SIGN_IN, SIGN_IN, *(404,) * 4),
    ),
    (
        *("office/groups/", "/office/groups/", SIGN_IN, SIGN_IN),
        *("302 /office/522731/groups/", "302 /office/522731/groups/", "302 /office/522730/groups/", 200),
    ),
    ("office/keepers/", "/office/keepers/", SIGN_IN, SIGN_IN, 200, 200, 200, 200),
    ("office/<str:code>/", "/office/522731/", SIGN_IN, SIGN_IN, 200, 200, 404, 200),
    ("office/<str:code>/groups/", "/office/522731/groups/", SIGN_IN, SIGN_IN, 200, 200, 404, 200),
    ("office/<str:code>/table.xlsx", "/office/522731/table.xlsx", SIGN_IN, SIGN_IN, 200, 200, 404, 200),
    ("posters/<slug:code>/", "/posters/522731102213/", SIGN_IN, SIGN_IN, 200, 200, 404, 200),
]

# Others' addresses by prefix; an example shows who may enter at all.
OTHERS = [
    ("cms/", "/cms/", SIGN_IN, SIGN_IN, 200, *NOT_IN_THE_EDITOR, 200),
    ("cms/users/", "/cms/users/", SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 200),
    ("cms/snippets/trainees/post/", "/cms/snippets/trainees/post/", SIGN_IN, SIGN_IN, 404, *NOT_IN_THE_EDITOR, 200),
    ("documents/", "/documents/1/nothing.pdf", *NOT_THERE),
    ("accounts/", "/accounts/login/", 200, 200, EDITOR, OFFICE, OFFICE, EDITOR),
    ("<language>/", "/zh-hans/nothing/", *NOT_THERE),
]
