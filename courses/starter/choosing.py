"""The answers of a question that is answered by a tap, in a quiz or among the cards of a lesson."""

from courses.starter.writing import Writer


def choosing(writer: Writer, path: str, question: dict) -> dict:
    def option(place: str, source: dict) -> dict:
        text = writer.words(f"{place}.text", source["text"])
        feedback = writer.words(f"{place}.feedback", source.get("feedback"))
        return {"text": text, "right": source["right"], "feedback": feedback}

    return {"options": writer.named(path, "options", question["options"], option)}


def truefalse(_writer: Writer, _path: str, question: dict) -> dict:
    return {"answer": "true" if question["true"] else "false"}
