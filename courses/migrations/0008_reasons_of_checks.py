from decimal import Decimal

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0007_videos"),
    ]

    operations = [
        migrations.AlterField(
            model_name="lessonpage",
            name="cards",
            field=wagtail.fields.StreamField(
                [
                    ("card", 5),
                    ("steps", 8),
                    ("pair", 15),
                    ("warning", 16),
                    ("sum", 24),
                    ("calculator", 36),
                    ("listing", 42),
                    ("checklist", 48),
                    ("video", 51),
                    ("task", 60),
                    ("check_single", 69),
                    ("check_multiple", 69),
                    ("check_truefalse", 71),
                ],
                block_lookup={
                    0: (
                        "wagtail.images.blocks.ImageBlock",
                        [],
                        {"help_text": "Hands that do it, and the thing. No faces of children.", "label": "Picture"},
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"help_text": "A few words, ten characters if you can.", "label": "Title", "max_length": 60},
                    ),
                    2: ("courses.blocks.said.SentencesBlock", (), {"label": "What is said"}),
                    3: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Think about it", "max_length": 200, "required": False},
                    ),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Shown after a tap on “See the answer”.",
                            "label": "Answer",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    5: (
                        "wagtail.blocks.StructBlock",
                        [[("picture", 0), ("title", 1), ("text", 2), ("ask", 3), ("answer", 4)]],
                        {},
                    ),
                    6: ("wagtail.blocks.CharBlock", (), {"label": "Step", "max_length": 120}),
                    7: ("wagtail.blocks.ListBlock", (6,), {"label": "Steps", "max_num": 5, "min_num": 2}),
                    8: ("wagtail.blocks.StructBlock", [[("picture", 0), ("title", 1), ("steps", 7)]], {}),
                    9: ("wagtail.blocks.CharBlock", (), {"label": "Title", "max_length": 60}),
                    10: ("wagtail.images.blocks.ImageBlock", [], {"label": "Good like this: picture"}),
                    11: ("wagtail.blocks.CharBlock", (), {"label": "Good like this: why", "max_length": 120}),
                    12: ("wagtail.images.blocks.ImageBlock", [], {"label": "Goes wrong: picture"}),
                    13: ("wagtail.blocks.CharBlock", (), {"label": "Goes wrong: why", "max_length": 120}),
                    14: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "One line below", "max_length": 120, "required": False},
                    ),
                    15: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("title", 9),
                                ("right_picture", 10),
                                ("right_text", 11),
                                ("wrong_picture", 12),
                                ("wrong_text", 13),
                                ("note", 14),
                            ]
                        ],
                        {},
                    ),
                    16: ("wagtail.blocks.StructBlock", [[("picture", 0), ("title", 1), ("text", 2)]], {}),
                    17: ("wagtail.blocks.CharBlock", (), {"label": "What for", "max_length": 60}),
                    18: ("wagtail.blocks.DecimalBlock", (), {"decimal_places": 2, "label": "Yuan", "max_digits": 9}),
                    19: ("wagtail.blocks.StructBlock", [[("label", 17), ("amount", 18)]], {"label": "Price"}),
                    20: ("wagtail.blocks.StructBlock", [[("label", 17), ("amount", 18)]], {}),
                    21: ("wagtail.blocks.ListBlock", (20,), {"label": "Costs", "max_num": 5, "min_num": 1}),
                    22: ("wagtail.blocks.StructBlock", [[("label", 17), ("amount", 18)]], {"label": "Left"}),
                    23: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "One line below", "max_length": 160, "required": False},
                    ),
                    24: (
                        "wagtail.blocks.StructBlock",
                        [[("picture", 0), ("title", 1), ("price", 19), ("rows", 21), ("left", 22), ("note", 23)]],
                        {},
                    ),
                    25: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Like: oranges, 5 jin.",
                            "label": "What is sold",
                            "max_length": 40,
                            "required": False,
                        },
                    ),
                    26: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("30"),
                            "help_text": "yuan",
                            "label": "A box sells at",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    27: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("6"),
                            "help_text": "yuan",
                            "label": "I want left",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    28: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("10"),
                            "help_text": "yuan",
                            "label": "Goods, own too",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    29: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("4.5"),
                            "help_text": "yuan",
                            "label": "Box, nets, tape",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    30: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("9"),
                            "help_text": "yuan",
                            "label": "Courier",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    31: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("5"),
                            "help_text": "yuan",
                            "label": "Fee in 100 yuan",
                            "max_digits": 7,
                            "max_value": 99,
                            "min_value": 0,
                        },
                    ),
                    32: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("1"),
                            "help_text": "yuan",
                            "label": "For bad fruit",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    33: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("0"),
                            "help_text": "boxes",
                            "label": "Sent back, of 100",
                            "max_digits": 7,
                            "max_value": 99,
                            "min_value": 0,
                        },
                    ),
                    34: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("30"),
                            "help_text": "minutes",
                            "label": "Work on a box",
                            "max_digits": 7,
                            "min_value": 1,
                        },
                    ),
                    35: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "decimal_places": 2,
                            "default": Decimal("12"),
                            "help_text": "yuan",
                            "label": "An hour in the workshop",
                            "max_digits": 7,
                            "min_value": 0,
                        },
                    ),
                    36: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("picture", 0),
                                ("title", 1),
                                ("goods_name", 25),
                                ("price", 26),
                                ("wanted", 27),
                                ("goods", 28),
                                ("box", 29),
                                ("courier", 30),
                                ("fee", 31),
                                ("reserve", 32),
                                ("loss", 33),
                                ("minutes", 34),
                                ("wage", 35),
                            ]
                        ],
                        {},
                    ),
                    37: ("wagtail.blocks.CharBlock", (), {"label": "Heading of the listing", "max_length": 80}),
                    38: ("wagtail.blocks.CharBlock", (), {"label": "Price", "max_length": 40}),
                    39: ("wagtail.blocks.CharBlock", (), {"label": "For what", "max_length": 80, "required": False}),
                    40: ("wagtail.blocks.CharBlock", (), {"label": "Sentence", "max_length": 120}),
                    41: ("wagtail.blocks.ListBlock", (40,), {"label": "Sentences", "max_num": 10}),
                    42: (
                        "wagtail.blocks.StructBlock",
                        [[("picture", 0), ("title", 1), ("heading", 37), ("price", 38), ("per", 39), ("lines", 41)]],
                        {},
                    ),
                    43: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "One line below the title", "max_length": 120, "required": False},
                    ),
                    44: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"help_text": "One character or a number.", "label": "Mark", "max_length": 4},
                    ),
                    45: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 120}),
                    46: ("wagtail.blocks.StructBlock", [[("mark", 44), ("text", 45)]], {}),
                    47: ("wagtail.blocks.ListBlock", (46,), {"label": "Lines", "max_num": 10, "min_num": 2}),
                    48: (
                        "wagtail.blocks.StructBlock",
                        [[("picture", 0), ("title", 1), ("note", 43), ("items", 47)]],
                        {},
                    ),
                    49: (
                        "media.blocks.VideoChooserBlock",
                        (),
                        {"help_text": "Sent under “Videos”. One to two minutes are best.", "label": "Which video"},
                    ),
                    50: (
                        "courses.blocks.said.SentencesBlock",
                        (),
                        {
                            "help_text": "For those who cannot see it or have no signal: all that matters, three short lines at most.",
                            "label": "What is seen and said",
                        },
                    ),
                    51: ("wagtail.blocks.StructBlock", [[("title", 1), ("video", 49), ("text", 50)]], {}),
                    52: ("courses.blocks.said.SentencesBlock", (), {"label": "What to do"}),
                    53: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "default": "",
                            "help_text": "As a neighbour would say it. It is read aloud as well.",
                            "label": "An example of good work",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    54: (
                        "wagtail.images.blocks.ImageBlock",
                        [],
                        {"help_text": "Stands where she hands in.", "label": "The example as a picture"},
                    ),
                    55: ("wagtail.blocks.CharBlock", (), {"label": "Visible sign", "max_length": 80}),
                    56: ("wagtail.blocks.ListBlock", (55,), {"label": "What counts", "max_num": 4, "min_num": 4}),
                    57: ("wagtail.blocks.CharBlock", (), {"label": "Without a phone", "max_length": 160}),
                    58: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("photo", "Her photos"),
                                ("listing", "Her listing: a title and up to seven sentences"),
                                ("price", "Her price"),
                                ("replies", "Three replies to buyers"),
                            ],
                            "help_text": "She is asked for just that, and finds it again under “My goods”. Empty: her own words.",
                            "label": "What becomes of it",
                            "required": False,
                        },
                    ),
                    59: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "default": False,
                            "help_text": "Then somebody has to look at it within days, for everybody. Leave it off where nobody can.",
                            "label": "The course is completed only with it",
                            "required": False,
                        },
                    ),
                    60: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("picture", 0),
                                ("title", 1),
                                ("text", 52),
                                ("example", 53),
                                ("example_picture", 54),
                                ("criteria", 56),
                                ("no_phone", 57),
                                ("shelf", 58),
                                ("required", 59),
                            ]
                        ],
                        {},
                    ),
                    61: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "One or two short sentences, as one would say them. Ask what is so, not what is not.",
                            "label": "What is asked",
                            "max_length": 200,
                            "rows": 2,
                        },
                    ),
                    62: (
                        "wagtail.images.blocks.ImageBlock",
                        [],
                        {"help_text": "It may show what is meant, not the answer.", "label": "Picture"},
                    ),
                    63: ("wagtail.blocks.CharBlock", (), {"label": "Answer", "max_length": 80}),
                    64: ("wagtail.blocks.BooleanBlock", (), {"label": "This one is right", "required": False}),
                    65: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Why it looked right and what happens then. Best for every wrong answer.",
                            "label": "To her who chose it wrongly",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    66: ("wagtail.blocks.StructBlock", [[("text", 63), ("right", 64), ("feedback", 65)]], {}),
                    67: (
                        "wagtail.blocks.ListBlock",
                        (66,),
                        {
                            "default": [{}, {}, {}],
                            "help_text": "Three or four of about the same length. They are shown in this order.",
                            "label": "Answers to choose from",
                            "max_num": 6,
                        },
                    ),
                    68: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "Shown after every answer, right or wrong. Only the reason, no “right” or “wrong”.",
                            "label": "Why",
                            "max_length": 200,
                            "required": True,
                            "rows": 2,
                        },
                    ),
                    69: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 61), ("picture", 62), ("options", 67), ("explanation", 68)]],
                        {},
                    ),
                    70: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {"choices": [("true", "It is so"), ("false", "It is not so")], "label": "Is it so?"},
                    ),
                    71: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 61), ("picture", 62), ("answer", 70), ("explanation", 68)]],
                        {},
                    ),
                },
                help_text="One card says one thing. Six to ten cards make a lesson.",
                verbose_name="cards",
            ),
        ),
    ]
