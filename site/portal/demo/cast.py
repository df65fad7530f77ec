"""Who the demo people are: a cast that everyone knows, all made up."""

from dataclasses import dataclass

COUNTY = "522731"
OTHER_COUNTY = "522730"
VILLAGE = "522731102213"


@dataclass(frozen=True)
class DemoPerson:
    """One of the staff: a password and a one-time code; `post` is what she answers for, `place` where."""

    role: str
    username: str
    name: str
    opens: str
    post: str = ""
    place: str = ""


@dataclass(frozen=True)
class DemoTrainee:
    """One who learns: an entry code and a PIN. A keeper gets a code for her phone besides."""

    role: str
    username: str
    name: str
    opens: str
    sign: str
    village: str = VILLAGE


STAFF = [
    DemoPerson("trainer", "wei", "韦老师", "/cms/", "trainer", COUNTY),
    DemoPerson("official", "chen", "陈主任", "/office/", "official", COUNTY),
    DemoPerson("other-official", "deng", "邓主任", "/office/", "official", OTHER_COUNTY),
    DemoPerson("administrator", "admin", "管理员", "/cms/"),
]
TRAINEES = [
    DemoTrainee("trainee", "yang", "杨小花", "/learn/", "orange"),
    DemoTrainee("other-trainee", "wu", "吴阿妹", "/learn/", "butterfly"),
    DemoTrainee("keeper", "shi", "石站长", "/village/", "drum"),
]
