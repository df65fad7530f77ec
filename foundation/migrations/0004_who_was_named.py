"""Whom the entries so far name can be looked for too. The entries themselves stay as they are."""

import re

from django.db import migrations

BLOCK = 1000


def look_up_who_is_named(apps, schema_editor):
    entries = apps.get_model("foundation", "AuditEntry").objects.filter(named__contains="H-")
    people, rows = apps.get_model("foundation", "AuditedPeople"), []
    for pk, named in entries.order_by("number").values_list("pk", "named"):
        blocks = {}
        for number in sorted({int(one) for one in re.findall(r" H-([0-9]{1,9})(?= )", named)}):
            blocks.setdefault(number // BLOCK, []).append(str(number))
        rows += [people(entry_id=pk, block=block, numbers=f" {' '.join(those)} ") for block, those in blocks.items()]
    people.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0003_audited_people")]

    operations = [migrations.RunPython(look_up_who_is_named, migrations.RunPython.noop)]
