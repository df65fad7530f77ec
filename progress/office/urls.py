"""Addresses of officials and auditors. A place is named by its code."""

from django.urls import path

from progress.office import views

urlpatterns = [
    path("", views.home, name="office"),
    path("audit/", views.audit_trail, name="office-audit"),
    path("<str:code>/", views.division, name="office-division"),
    path("<str:code>/table.xlsx", views.table_file, name="office-table"),
]
