"""What a body's type says of its characters, when it names none that a browser would send.

Python knows codecs that decode no text ("hex", "rot13"). Django falls over them before any page or middleware of ours
is asked, and the answer would be the server's bare "Internal Server Error". Forgotten, the form is read as UTF-8.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

CHARSET = re.compile(r""";\s*charset\s*=\s*("[^"]*"|[^;]*)""", re.IGNORECASE)
SENT_BY_BROWSERS = {"utf-8", "utf8", "gbk", "gb2312", "gb18030", "big5", "us-ascii", "iso-8859-1", "windows-1252"}

Application = Callable[[dict[str, Any], Callable], Iterable[bytes]]


def forgetting_strange_charsets(application: Application) -> Application:
    def asked(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        stated = environ.get("CONTENT_TYPE", "")
        found = CHARSET.search(stated)
        if found and found[1].strip('" ').lower() not in SENT_BY_BROWSERS:
            environ["CONTENT_TYPE"] = CHARSET.sub("", stated)
        return application(environ, start_response)

    return asked
