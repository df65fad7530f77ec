"""A page that is not there, and a server that failed: said kindly, with a way on."""

import pytest
from django.template.loader import get_template


@pytest.mark.parametrize(
    ("address", "said", "way_on"),
    [
        ("/zh-hans/nothing/", "这一页找不到了", '/zh-hans/"'),
        ("/en/nothing/", "This page is not here", '/en/"'),
    ],
)
def test_missing_page_says_so_and_leads_to_the_lessons(client, db, address, said, way_on):
    response = client.get(address)
    assert response.status_code == 404
    assert said in response.text
    assert f'class="foot__main" href="{way_on}' in response.text


def test_address_of_an_unknown_language_is_a_kind_404_too(client, db):
    response = client.get("/xx/village-shop/", headers={"accept-language": "zh-CN"}, follow=True)
    assert response.status_code == 404
    assert "这一页找不到了" in response.text


def test_page_of_failure_needs_no_database_and_no_context():
    page = get_template("500.html").render()
    assert "这里出了点问题" in page
    assert "Something went wrong here" in page
