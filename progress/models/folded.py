"""What follows from the events. Each row can be made again from them alone, without looking at any page."""

from uuid import UUID

from django.db import models

# Stands for "all courses" in `Enrolment`: numbers of people cannot be added up over courses.
EVERY_COURSE = UUID(int=0)


class Enrolment(models.Model):
    """A trainee in a course: where she lived when she enrolled, and the day of each first.

    The row of `EVERY_COURSE` counts her once over all courses: where she lived at her first enrolment, and the earliest
    of each day. Days are days in China. The first and the last day of a completed lesson tell for most periods, without
    looking at lessons, whether she was trained in them.
    """

    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="enrolments")
    course_key = models.UUIDField()
    village = models.ForeignKey("villages.Division", models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    registered_on = models.DateField()
    started_on = models.DateField(null=True)
    passed_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    first_lesson_on = models.DateField(null=True)
    last_lesson_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "course_key"], name="enrolled_once_a_course")]
        indexes = [
            models.Index(
                fields=["course_key", "village", "registered_on", "started_on", "passed_on", "completed_on"],
                name="enrolment_counts",
            ),
            models.Index(
                fields=["course_key", "village", "first_lesson_on", "last_lesson_on", "trainee"],
                name="enrolment_trained",
            ),
        ]

    def __str__(self) -> str:
        return f"enrolment {self.pk}"


class LessonPlace(models.Model):
    """Where she is in a lesson: the card to go on at, and whether she reached the last one."""

    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="places")
    lesson_key = models.UUIDField()
    course_key = models.UUIDField(null=True)
    card = models.UUIDField(null=True)
    position = models.PositiveSmallIntegerField(default=0)
    left_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "lesson_key"], name="one_place_a_lesson")]

    def __str__(self) -> str:
        return f"place {self.pk}"


class LessonCompletion(models.Model):
    """A lesson that a trainee has completed (学完). `direct`: its quiz was passed before its last card was reached."""

    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="completions")
    lesson_key = models.UUIDField()
    course_key = models.UUIDField(null=True)
    completed_at = models.DateTimeField()
    completed_on = models.DateField(db_index=True)
    direct = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "lesson_key"], name="completed_once")]
        indexes = [
            # "Has she completed a lesson in these days?", answered without reading the row.
            models.Index(fields=["trainee", "course_key", "completed_on"], name="completions_of_a_trainee"),
        ]

    def __str__(self) -> str:
        return f"completion {self.pk}"


class Attempt(models.Model):
    """One sitting of a quiz with its verdict. `uuid` is that of the event in which she handed it in.

    `occasion` is empty for the quiz of a lesson. A test before the course, or one that came `late`, is never passed.
    """

    uuid = models.UUIDField()
    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="attempts")
    quiz_key = models.UUIDField()
    edition = models.ForeignKey("quizzes.QuizEdition", models.PROTECT, related_name="+")
    course_key = models.UUIDField(null=True)
    raw = models.DecimalField(max_digits=7, decimal_places=3)
    max = models.DecimalField(max_digits=7, decimal_places=3)
    scaled = models.DecimalField(max_digits=6, decimal_places=5)
    pass_mark = models.DecimalField(max_digits=6, decimal_places=5)
    passed = models.BooleanField()
    occurred_at = models.DateTimeField()
    language = models.CharField(max_length=12, blank=True)
    helped = models.BooleanField(default=False)
    occasion = models.CharField(max_length=6, blank=True)
    late = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "uuid"], name="attempt_once")]
        indexes = [models.Index(fields=["trainee", "quiz_key"], name="attempts_of_a_quiz")]

    def __str__(self) -> str:
        return f"attempt {self.uuid}"


class Response(models.Model):
    """One answer of an attempt: which question of which quiz, what was chosen, whether it was right.

    `chosen` holds option ids (several with spaces between them, pairs as `left:right`), "true", "false" or a number.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="responses")
    quiz_key = models.UUIDField()
    question = models.UUIDField()
    chosen = models.TextField()
    right = models.BooleanField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["quiz_key", "question", "right"], name="responses_of_a_question")]

    def __str__(self) -> str:
        return f"response {self.pk}"


class CheckAnswer(models.Model):
    """What somebody chose first at a knowledge check, once a visit: for the trainer's eyes, and judged by nobody.

    `uuid` is that of the event. `chosen` holds option ids with spaces between them, or "true", "false".
    """

    uuid = models.UUIDField()
    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="check_answers")
    lesson_key = models.UUIDField()
    card = models.UUIDField()
    chosen = models.TextField()
    language = models.CharField(max_length=12, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "uuid"], name="check_answered_once")]
        indexes = [models.Index(fields=["lesson_key", "card"], name="answers_of_a_check")]

    def __str__(self) -> str:
        return f"check answer {self.pk}"


class TaskPass(models.Model):
    """A practice task that a teacher passed: the first time counts, and nothing takes it back."""

    trainee = models.ForeignKey("trainees.Trainee", models.CASCADE, related_name="task_passes", db_index=False)
    lesson_key = models.UUIDField()
    card = models.UUIDField()
    passed_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["trainee", "lesson_key", "card"], name="task_passed_once")]

    def __str__(self) -> str:
        return f"task pass {self.pk}"
