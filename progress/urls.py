"""What each person does and sees for herself, under `/learn/`. Never kept by anything on the way."""

from django.urls import include, path

from progress.views import (
    course_tests,
    events,
    finishing,
    gone,
    guests,
    mine,
    notices,
    photos,
    practice,
    quizzes,
    results,
    shelf,
)

urlpatterns = [
    path("", mine.my_lessons, name="my-lessons"),
    path("notice/", notices.notice, name="notice"),
    path("was-it-me/", guests.was_it_me, name="was-it-me"),
    path("quiz/<uuid:quiz_key>/", quizzes.learn_quiz, name="learn-quiz"),
    path("quiz/<uuid:quiz_key>/<uuid:attempt>/", results.learn_result, name="learn-result"),
    path("test/<uuid:quiz_key>/", course_tests.learn_test, name="learn-test"),
    path("test/<uuid:quiz_key>/<uuid:ticket>/", course_tests.learn_test_sheet, name="learn-test-sheet"),
    path("lesson/<uuid:lesson_key>/finished/", finishing.learn_finished, name="learn-finished"),
    path("task/photos/", photos.learn_task_photos, name="learn-task-photos"),
    path("task/photo/<int:pk>/", photos.learn_task_photo, name="learn-task-photo"),
    path("task/voice/<int:review>/", photos.learn_task_voice, name="learn-task-voice"),
    path("task/<uuid:lesson_key>/<uuid:card>/", practice.learn_task, name="learn-task"),
    path("shelf/", shelf.my_shelf, name="my-shelf"),
    path("shelf.json", shelf.shelf_parts, name="shelf-parts"),
    path("events/", events.learn_events, name="learn-events"),
    path("my-data/", include("progress.my_data.urls")),
    path("gone/", gone.learn_gone, name="learn-gone"),
    path("me/", events.learn_fragment, name="learn-fragment"),
]
