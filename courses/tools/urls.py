"""Under a language: /<language>/tools/…"""

from django.urls import path

from courses.tools import views

urlpatterns = [
    path("", views.tools, name="tools"),
    path("price/", views.price, name="tool-price"),
    path("packing/", views.packing, name="tool-packing"),
    path("scam/", views.scam, name="tool-scam"),
]
