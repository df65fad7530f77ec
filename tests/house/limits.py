"""The calm limits, and everything that is exempt from one, with the reason. Nowhere else."""

LINES = {"file": 300, "function": 40, "test": 30, "template": 100, "component": 150}

FORBIDDEN_MODULES = {"utils", "util", "core", "common", "helpers", "helper", "misc", "info", "data"}
FORBIDDEN_ENDINGS = ("Manager", "Handler", "Processor", "Data", "Info", "Helper")

# Folders whose files have no limit: stories, generated and given things.
WITHOUT_LIMIT = ("migrations", "journeys", "scenarios", "drawing")

# (file, function or class or "", reason)
EXEMPT: list[tuple[str, str, str]] = [
    ("manage.py", "main", "imports ours only once the path is set"),
    ("site/portal/celery.py", "prepare_queue", "models can be read only once Django is set up"),
]
