"""Who: the people, how each of them comes in, and who may see whom.

Beside the layers (`models`, `selectors`, `services`, `forms`, `views`, `tasks`, `urls`) stands what they share:

- Her door: `ways_in`, `signing_in`, `visitors`, `my_room`, `asked_first`, `enrolling`, `wechat`, `captions`.
- What opens it: `pins`, `pin_words`, `codes`, `square_codes`, `digests`, `sealed_sheets`, `phone_numbers`.
- What a phone keeps of us: `this_phone`, `phone_secrets`, `learner_cookie`, `earlier_cookie`, `stale_tokens`.
- The keeper: `keeper_room`, `keeper_phone`, `helping`, `typed_words`.
- Who she is, and what of it is shown or told: `names`, `numbers`, `ages`, `masks`, `consent_words`, `telling`.
- Staff: `office_menu`, `menu`, `programmes`, `message_panel`, `trail`, `audited`.
- Hung into Django and Wagtail: `admin`, `apps`, `checks`, `middleware`, `receivers`, `small_bodies`, `wagtail_hooks`.
"""
