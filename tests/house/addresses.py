"""Who gets what at which address: one row for each address of ours, one line for each prefix of others'.

A row is (route as Django prints it, an example, what anonymous, trainer and administrator get with GET).
A new address without a row fails `test_addresses.py`; add the row in the commit that adds the address.
"""

SIGN_IN = "302 /accounts/login/"

ROWS = [
    ("healthz", "/healthz", 200, 200, 200),
    ("", "/", 200, 200, 200),
    ("display.css", "/display.css", 200, 200, 200),
    ("<language>/display/", "/zh-hans/display/", 200, 200, 200),
    ("<language>/help/", "/zh-hans/help/", 200, 200, 200),
    ("<language>/search/", "/zh-hans/search/", 200, 200, 200),
    ("<language>/_util/login/", "/zh-hans/_util/login/", SIGN_IN, SIGN_IN, SIGN_IN),
    ("uploads/<path:name>", "/uploads/nothing.jpg", 404, 404, 404),
    ("cms/login/", "/cms/login/", SIGN_IN, SIGN_IN, SIGN_IN),
    ("cms/pictures/<int:pk>/prepare-again/", "/cms/pictures/0/prepare-again/", SIGN_IN, 405, 405),
    ("cms/background-work/", "/cms/background-work/", SIGN_IN, "302 /cms/", 200),
    ("cms/background-work/results/", "/cms/background-work/results/", SIGN_IN, "302 /cms/", 200),
    ("cms/background-work/<int:pk>/retry/", "/cms/background-work/0/retry/", SIGN_IN, "302 /cms/", 405),
    ("cms/snippets/villages/division/", "/cms/snippets/villages/division/", SIGN_IN, "302 /cms/", 200),
    ("cms/snippets/villages/division/results/", "/cms/snippets/villages/division/results/", SIGN_IN, "302 /cms/", 200),
    ("office/", "/office/", SIGN_IN, 404, 404),
    ("office/<str:code>/", "/office/522731/", SIGN_IN, 404, 404),
    ("office/<str:code>/table.xlsx", "/office/522731/table.xlsx", SIGN_IN, 404, 404),
]

# Others' addresses by prefix; an example shows who may enter at all.
OTHERS = [
    ("cms/", "/cms/", SIGN_IN, 200, 200),
    ("cms/users/", "/cms/users/", SIGN_IN, "302 /cms/", 200),
    ("documents/", "/documents/1/nothing.pdf", 404, 404, 404),
    ("accounts/", "/accounts/login/", 200, "302 /cms/", "302 /cms/"),
    ("<language>/", "/zh-hans/nothing/", 404, 404, 404),
]
