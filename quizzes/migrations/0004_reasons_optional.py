from decimal import Decimal

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0003_words_shuffling_and_parts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="quizpage",
            name="questions",
            field=wagtail.fields.StreamField(
                [
                    ("single", 9),
                    ("multiple", 9),
                    ("truefalse", 11),
                    ("numeric", 15),
                    ("ordering", 20),
                    ("matching", 25),
                    ("short", 28),
                ],
                block_lookup={
                    0: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "One or two short sentences, as one would say them. Ask what is so, not what is not.",
                            "label": "What is asked",
                            "max_length": 200,
                            "rows": 2,
                        },
                    ),
                    1: (
                        "wagtail.images.blocks.ImageBlock",
                        [],
                        {"help_text": "It may show what is meant, not the answer.", "label": "Picture"},
                    ),
                    2: ("wagtail.blocks.CharBlock", (), {"label": "Answer", "max_length": 80}),
                    3: ("wagtail.blocks.BooleanBlock", (), {"label": "This one is right", "required": False}),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Why it looked right and what happens then. Best for every wrong answer.",
                            "label": "To her who chose it wrongly",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    5: ("wagtail.blocks.StructBlock", [[("text", 2), ("right", 3), ("feedback", 4)]], {}),
                    6: (
                        "wagtail.blocks.ListBlock",
                        (5,),
                        {
                            "default": [{}, {}, {}],
                            "help_text": "Three or four of about the same length. They are shown in this order.",
                            "label": "Answers to choose from",
                            "max_num": 6,
                        },
                    ),
                    7: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "Shown after every answer, right or wrong. Only the reason, no “right” or “wrong”.",
                            "label": "Why",
                            "max_length": 200,
                            "required": False,
                            "rows": 2,
                        },
                    ),
                    8: (
                        "quizzes.blocks.asking.CardOfLessonBlock",
                        (),
                        {
                            "help_text": "After a wrong answer she can go back to this card.",
                            "label": "Which card explains it",
                            "max_length": 36,
                            "required": False,
                        },
                    ),
                    9: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 0), ("picture", 1), ("options", 6), ("explanation", 7), ("explains", 8)]],
                        {},
                    ),
                    10: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {"choices": [("true", "It is so"), ("false", "It is not so")], "label": "Is it so?"},
                    ),
                    11: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 0), ("picture", 1), ("answer", 10), ("explanation", 7), ("explains", 8)]],
                        {},
                    ),
                    12: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "help_text": "Money comes out to the jiao: 4, 4.5. Say “suppose” for made-up prices.",
                            "label": "The right number",
                        },
                    ),
                    13: (
                        "wagtail.blocks.DecimalBlock",
                        (),
                        {
                            "default": Decimal("0"),
                            "help_text": "0 if it must be exact. 0.5 lets 3.5 to 4.5 pass for 4.",
                            "label": "May be off by",
                        },
                    ),
                    14: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Yuan, jin, boxes. She need not type it.",
                            "label": "Unit",
                            "max_length": 10,
                            "required": False,
                        },
                    ),
                    15: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("prompt", 0),
                                ("picture", 1),
                                ("value", 12),
                                ("tolerance", 13),
                                ("unit", 14),
                                ("explanation", 7),
                                ("explains", 8),
                            ]
                        ],
                        {},
                    ),
                    16: ("wagtail.blocks.CharBlock", (), {"label": "Line", "max_length": 60}),
                    17: (
                        "wagtail.blocks.ListBlock",
                        (16,),
                        {
                            "default": ["", "", ""],
                            "help_text": "From first to last, three to five lines. She sees them mixed.",
                            "label": "Lines in their right order",
                            "max_num": 6,
                        },
                    ),
                    18: (
                        "quizzes.blocks.asking.UntranslatedBlock",
                        (),
                        {
                            "help_text": "Numbers of the lines above, such as 2 1 3 4.",
                            "label": "Another right order",
                            "max_length": 20,
                        },
                    ),
                    19: (
                        "wagtail.blocks.ListBlock",
                        (18,),
                        {
                            "default": [],
                            "help_text": "Where it does not matter what comes first, give every other order that is right.",
                            "label": "Also right",
                            "max_num": 10,
                        },
                    ),
                    20: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("prompt", 0),
                                ("picture", 1),
                                ("items", 17),
                                ("also_right", 19),
                                ("explanation", 7),
                                ("explains", 8),
                            ]
                        ],
                        {},
                    ),
                    21: ("wagtail.blocks.CharBlock", (), {"label": "This", "max_length": 40}),
                    22: ("wagtail.blocks.CharBlock", (), {"label": "belongs to this", "max_length": 60}),
                    23: ("wagtail.blocks.StructBlock", [[("left", 21), ("right", 22)]], {}),
                    24: (
                        "wagtail.blocks.ListBlock",
                        (23,),
                        {
                            "default": [{}, {}, {}],
                            "help_text": "Three or four pairs. She sees the right side mixed.",
                            "label": "Pairs",
                            "max_num": 6,
                        },
                    ),
                    25: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 0), ("picture", 1), ("pairs", 24), ("explanation", 7), ("explains", 8)]],
                        {},
                    ),
                    26: ("quizzes.blocks.asking.UntranslatedBlock", (), {"label": "Accepted answer", "max_length": 40}),
                    27: (
                        "wagtail.blocks.ListBlock",
                        (26,),
                        {
                            "default": [""],
                            "help_text": "Every way in which it may be written, in every language of the course. Spaces, large letters and a full stop make no difference. She has to type: choose this kind only for a name or a single word.",
                            "label": "Accepted answers",
                            "max_num": 12,
                        },
                    ),
                    28: (
                        "wagtail.blocks.StructBlock",
                        [[("prompt", 0), ("picture", 1), ("answers", 27), ("explanation", 7), ("explains", 8)]],
                        {},
                    ),
                },
                help_text="Four or five questions make a quiz. Try them in the preview: nothing is recorded there.",
                verbose_name="questions",
            ),
        ),
    ]
