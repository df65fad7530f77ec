"""Addresses of what is hers: seen, put right, taken away, erased."""

from django.urls import path

from progress.my_data import views

urlpatterns = [
    path("", views.my_data, name="my-data"),
    path("kept/", views.kept, name="my-data-kept"),
    path("seen/", views.seen, name="my-data-seen"),
    path("agreed/", views.agreed, name="my-data-agreed"),
    path("put-right/", views.put_right, name="my-data-put-right"),
    path("take-away/", views.take_away, name="my-data-take-away"),
    path("erase/", views.have_erased, name="my-data-erase"),
]
