"""Headers that every answer carries: what a page may load, and from where (always: from here)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from portal import phone_bundle

COMMON = "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'"


def phone_policy() -> str:
    """Strict: nothing inline but the texts whose hashes are named."""
    style = " ".join(phone_bundle.source_hash(phone_bundle.styles(bundle)) for bundle in phone_bundle.BUNDLES)
    inline = (phone_bundle.display_script(), phone_bundle.straight_on_script())
    script = " ".join(map(phone_bundle.source_hash, inline))
    return (
        f"default-src 'none'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
        f"manifest-src 'self'; worker-src 'self'; "
        f"style-src 'self' {style}; script-src 'self' {script}; {COMMON}"
    )


# Wagtail's editor writes styles and scripts into its pages and frames our previews.
EDITOR_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    f"script-src 'self' 'unsafe-inline' 'unsafe-eval'; frame-src 'self'; {COMMON}"
)

# A script, style or picture by itself loads nothing. The long policy would cost each of them as much as a small script.
FILE_POLICY = f"default-src 'none'; {COMMON}"


class SecurityPolicyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.phone_policy = phone_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self._policy_for(request.path))
        response.headers.setdefault("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
        return response

    def _policy_for(self, path: str) -> str:
        if path.startswith(settings.STATIC_URL):
            return FILE_POLICY
        return EDITOR_POLICY if path.startswith("/cms/") else self.phone_policy
