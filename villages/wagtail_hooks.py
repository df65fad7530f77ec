"""What the villages app hangs into the authors' admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from villages.admin import DivisionViewSet, NeitherAddedNorDeleted
from villages.models import Division

register_permission_policy(Division, NeitherAddedNorDeleted(Division), exact_class=True)
register_snippet(DivisionViewSet)
