"""Addresses of people: what the poster opens, and the trainee's rooms of signing up and coming back."""

from django.urls import path

from trainees.views import by_card, by_phone, entering, join, joining_a_class, posters, returning, taking_along

urlpatterns = [
    path("v/<slug:code>/", join.poster, name="poster"),
    path("g/<slug:code>/", joining_a_class.class_door, name="class-door"),
    path("learn/class/<slug:code>/", joining_a_class.my_class, name="my-class"),
    path("c/<slug:token>/", by_card.card, name="card"),
    path("learn/card/", by_card.enter_by_card, name="enter-by-card"),
    path("learn/join/", join.join_page, name="join"),
    path("learn/who/", returning.who, name="who"),
    path("learn/who/<int:remembered>/", returning.pin, name="pin"),
    path("learn/forget-me/", returning.forget_me, name="forget-me"),
    path("learn/sign-out/", returning.sign_out, name="sign-out"),
    path("learn/enter/", entering.enter, name="enter"),
    path("learn/take-along/", taking_along.take_along, name="take-along"),
    path("learn/by-phone/", by_phone.by_phone, name="by-phone"),
    path("posters/<slug:code>/", posters.village_poster, name="village-poster"),
]
