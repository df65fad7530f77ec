"""Everything that the site needs; environment variables decide. See docs/settings.md for each of them."""

from pathlib import Path

import dj_database_url

from portal.settings import environment
from portal.settings.languages import LANGUAGES, register_languages
from portal.settings.messages import *  # noqa: F403
from portal.settings.retention import *  # noqa: F403
from portal.settings.second_factor import *  # noqa: F403
from portal.settings.wechat import *  # noqa: F403

register_languages()

ROOT = Path(__file__).resolve().parents[3]
DATA_DIR = environment.folder("DATA_DIR", ROOT / "var")

DEBUG = False
DEMO = environment.boolean("DEMO")
SERVICE_WORKER = environment.boolean("SERVICE_WORKER", default=True)
SECRET_KEY = environment.secret("SECRET_KEY", DATA_DIR)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "progress",
    "courses",
    "quizzes",
    "trainees",
    "villages",
    "media",
    "foundation",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.security_policy.SecurityPolicyMiddleware",
    "portal.crowd.CrowdMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "portal.page_cache.middleware.PageCacheMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.rooms.RoomsLocaleMiddleware",
    "portal.link_language.LinkLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.staff_sign_in.middleware.SecondFactorMiddleware",
    "portal.editor_walls.middleware.EditorWallsMiddleware",
    "trainees.middleware.TraineeRoomsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# As launch.web has it: half of them are kept free of phones that send.
WEB_THREADS = environment.integer("WEB_THREADS", 4)

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database ---------------------------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    "timeout": 20,
    # IMMEDIATE is what removes "database is locked"; WAL lets readers go on beside a writer; FULL survives a power cut.
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000; "
        "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;"
    ),
}
POSTGRES_OPTIONS = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}

DATABASES = {"default": dj_database_url.parse(environment.text("DATABASE_URL") or f"sqlite:///{DATA_DIR}/db.sqlite3")}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS if IS_SQLITE else POSTGRES_OPTIONS
# A new connection to SQLite reads the whole schema, a quarter of what handing in a quiz costs; the pool keeps its own.
DATABASES["default"]["CONN_MAX_AGE"] = 600 if IS_SQLITE else 0
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Limits, sessions, broker: never in the main SQLite file ----------------------------------------------------------

REDIS_URL = environment.text("REDIS_URL")
CACHES: dict[str, dict]
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object]
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "portal.forgiving_cache.ForgivingRedis",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
        }
    }
    SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    CELERY_BROKER_URL = REDIS_URL
    # A dead Redis must not hold up the page whose change wanted a job: the sweep sends it again.
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 10, "max_retries": 0}
else:
    CACHES = {
        "default": {
            "BACKEND": "portal.forgiving_cache.ForgivingFiles",
            "LOCATION": DATA_DIR / "cache" / "django",
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    }
    SESSION_ENGINE = "django.contrib.sessions.backends.file"
    SESSION_FILE_PATH = str(environment.made(DATA_DIR / "sessions"))
    CELERY_BROKER_URL = "filesystem://localhost//"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(DATA_DIR / "queue"),
        "data_folder_out": str(DATA_DIR / "queue"),
        "control_folder": str(DATA_DIR / "queue" / "control"),
    }

CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "queue" / "beat")
TIDYING = {"schedule": 3600.0, "options": {"expires": 3600}}  # not daily: the clock starts anew with the server
CELERY_BEAT_SCHEDULE = {
    # `expires`: a busy worker finds one of each when it is free again, not a hundred.
    "sweep-jobs": {"task": "foundation.jobs.sweep", "schedule": 5.0, "options": {"expires": 5}},
    "tend-page-cache": {"task": "portal.tend_page_cache", "schedule": 60.0, "options": {"expires": 60}},
    "keep-no-longer": {"task": "progress.keep_no_longer", **TIDYING},
    "count-groups": {"task": "progress.count_groups", **TIDYING},
    "forget-unused-photos": {"task": "progress.forget_unused_photos", **TIDYING},
    "forget-stray-voices": {"task": "progress.forget_stray_voices", **TIDYING},
    "forget-stray-rosters": {"task": "trainees.forget_stray_rosters", **TIDYING},
    "forget-strays": {"task": "media.forget_strays", **TIDYING},
    "publish-scheduled-pages": {"task": "portal.publish_scheduled_pages", "schedule": 60.0, "options": {"expires": 60}},
}

# --- Languages and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["portal.formats"]
TIME_ZONE = "Asia/Shanghai"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # the whole country has one: nobody need choose among six hundred
USE_TZ = True

# --- Files ------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = ["portal.script_bundles.BundleFinder", "django.contrib.staticfiles.finders.AppDirectoriesFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "uploads"
MEDIA_URL = "/uploads/"
PAGE_CACHE_DIR = DATA_DIR / "cache" / "pages"
FILE_UPLOAD_PERMISSIONS = 0o640
# Films lie here while they arrive: /tmp is in memory on many machines, and small.
FILE_UPLOAD_TEMP_DIR = str(environment.made(DATA_DIR / "arriving"))
FILE_UPLOAD_HANDLERS = [
    "media.body_size.BodyLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Sign-in ----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "trainees.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "portal.staff_sign_in.passwords.NotTheName"},
    {"NAME": "portal.staff_sign_in.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "portal.staff_sign_in.passwords.NotInEveryList"},
    {"NAME": "portal.staff_sign_in.passwords.NotDigitsAlone"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/cms/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "portal.staff_sign_in.adapters.StaffAccountAdapter"
ACCOUNT_FORMS = {
    "change_password": "portal.staff_sign_in.forms.NewPasswordForm",
    "reauthenticate": "portal.staff_sign_in.forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False  # a staff session ends with the browser
# Per address generous (a whole office sits behind one), per name and address strict.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,5/300s/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.integer("TRUSTED_PROXY_COUNT", 0)

# Kept apart from the database, so that a stolen database alone opens nobody's door.
PIN_SECRET = environment.secret("PIN_SECRET", DATA_DIR)
PIN_ROUNDS = 200_000
# ID numbers are kept only where a programme asks for them, and then for each roster anew.
ID_NUMBERS = environment.boolean("ID_NUMBERS")
ID_SECRET = environment.secret("ID_SECRET", DATA_DIR)
LIMITS_DIR = DATA_DIR / "limits"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.refusals.stale_token"

# --- Wagtail ----------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "乡店学堂 · Village Shop School"
WAGTAILADMIN_BASE_URL = environment.text("BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_AUTO_UPDATE_PREVIEW = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # who begins a translation may not be one who publishes
WAGTAIL_WORKFLOW_ENABLED = True  # of a course whose team has a second person: courses/teams/second_looks.py
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # nobody has an address: what waits is on her desk
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 12 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"heic": "jpeg", "avif": "avif", "webp": "webp"}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# --- Headers ----------------------------------------------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for the previews that its editor frames

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"keys": {"()": "portal.hidden_keys.HideKeys"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["keys"]}},
    "root": {"handlers": ["stderr"], "level": environment.text("LOG_LEVEL", "INFO")},
    # These name every page that is saved or indexed, which the editor's log has too, or all that a carrier is asked.
    "loggers": {
        name: {"level": "WARNING"} for name in ("wagtail", "django_tasks", "urllib3", "tencentcloud_sdk_common")
    },
}
