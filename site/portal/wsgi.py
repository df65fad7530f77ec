"""The WSGI entry point that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from portal.hidden_keys import hide_keys_from_gunicorn
from portal.strange_charsets import forgetting_strange_charsets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")

hide_keys_from_gunicorn()
application = forgetting_strange_charsets(get_wsgi_application())
# All addresses are imported here, before gunicorn forks, so that no reader waits for it.
get_resolver().url_patterns  # noqa: B018
