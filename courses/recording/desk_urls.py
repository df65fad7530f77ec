"""Addresses of recording below `/cms/recordings/`."""

from django.urls import path

from courses.recording.views import desk, reviewing

urlpatterns = [
    path("", desk.voices, name="recording-voices"),
    path("<int:track>/", desk.track_page, name="recording-track"),
    path("<int:track>/<slug:script>/", desk.script_page, name="recording-script"),
    path("<int:track>/<slug:script>/record/", desk.record, name="recording-record"),
    path("<int:track>/<slug:script>/takes/<int:take>/", reviewing.take, name="recording-take"),
    path("<int:track>/<slug:script>/links/", reviewing.make_link, name="recording-make-link"),
    path("<int:track>/<slug:script>/links/<int:link>/", reviewing.change_link, name="recording-link"),
    path("<int:track>/<slug:script>/links/<int:link>/consent/", reviewing.consent, name="recording-consent"),
]
