"""Addresses of officials and auditors. A place is named by its code."""

from django.urls import path

from progress.office import calls, views

urlpatterns = [
    path("", views.home, name="office"),
    path("audit/", views.audit_trail, name="office-audit"),
    path("calls/", calls.all_calls, name="office-calls"),
    path("calls/<int:pk>/", calls.one_list, name="office-call-list"),
    path("<str:code>/", views.division, name="office-division"),
    path("<str:code>/table.xlsx", views.table_file, name="office-table"),
]
