"""What a narrator's link opens."""

from django.urls import path

from courses.recording.views import narrating

urlpatterns = [
    path("<str:token>/", narrating.narrate, name="narrator"),
    path("<str:token>/<int:take>/", narrating.narrator_sound, name="narrator-sound"),
]
