"""The form that questions are pasted into or a file is chosen with."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.exchange.formats import LARGEST

FORMATS = [
    ("", gettext_lazy("Find out from the text")),
    ("text", gettext_lazy("Examination text")),
    ("xlsx", gettext_lazy("Excel workbook (.xlsx)")),
    ("aiken", gettext_lazy("Aiken")),
    ("gift", gettext_lazy("GIFT (Moodle)")),
]
PASTED = (
    "1．橙子装箱前要先做什么？\nA．晾干　B．马上封箱　C．喷水\n答案：A\n解析：湿果装箱会发霉。\n\n"
    "2．湿橙子可以马上装箱。（×）"
)


class QuestionsForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Paste the questions"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "placeholder": PASTED}),
    )
    file = forms.FileField(label=gettext_lazy("or choose a file"), required=False, allow_empty_file=True)
    format = forms.ChoiceField(label=gettext_lazy("How it is written"), required=False, choices=FORMATS)

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        text, file = (cleaned.get("text") or "").strip(), cleaned.get("file")
        if text and file:
            raise forms.ValidationError(_("There is a text and a file. Take one of them away."))
        if not text and not file:
            raise forms.ValidationError(_("There is nothing in it. Paste the questions or choose another file."))
        if file and file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB. Bring it in in several parts."))
        return cleaned

    @property
    def content(self) -> bytes:
        file = self.cleaned_data.get("file")
        return file.read() if file else self.cleaned_data["text"].encode()
