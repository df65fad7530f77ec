"""Addresses of officials and auditors. A place is named by its code."""

from django.urls import path

from progress.office import calls, erasing, groups, keepers, register, views

urlpatterns = [
    path("", views.home, name="office"),
    path("audit/", views.audit_trail, name="office-audit"),
    path("calls/", calls.all_calls, name="office-calls"),
    path("calls/<int:pk>/", calls.one_list, name="office-call-list"),
    path("erase/", erasing.erase_for_her, name="office-erase"),
    path("kept/", erasing.kept_registers, name="office-kept"),
    path("groups/", groups.groups_home, name="office-groups-home"),
    path("keepers/", keepers.keepers, name="office-keepers"),
    path("register/", register.register, name="office-register"),
    path("register/template.xlsx", register.template_file, name="office-roster-template"),
    path("register/<int:pk>/", register.roster, name="office-roster"),
    path("register/<int:pk>/to-correct.xlsx", register.to_correct_file, name="office-roster-to-correct"),
    path("<str:code>/", views.division, name="office-division"),
    path("<str:code>/groups/", groups.groups, name="office-groups"),
    path("<str:code>/table.xlsx", views.table_file, name="office-table"),
]
