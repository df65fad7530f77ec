"""What a person reads when the start cannot go on: one sentence in Chinese, the same in English, saying what to do."""

from __future__ import annotations

import errno
import sys
from typing import NoReturn

SENTENCES = {
    "python": (
        "需要 Python 3.11 或更新的版本，这里只找到 {found}。请安装后再试一次。",
        "Python 3.11 or newer is needed; only {found} was found. Please install it and try again.",
    ),
    "venv": (
        "这个 Python 缺少 venv 模块。请安装（Debian 或 Ubuntu：apt install python3-venv），然后再试一次。",
        "This Python has no venv module. Please install it (Debian or Ubuntu: apt install python3-venv) and try again.",
    ),
    "packages": (
        "下载软件包失败。请检查网络或 pip 的源设置，然后再试一次。详情：{detail}",
        "The packages could not be fetched. "
        "Please check the network or pip's own settings and try again. Details: {detail}",
    ),
    "hashes": (
        "下载到的软件包与清单不一致，没有安装。请检查 pip 的源，然后再试一次。详情：{detail}",
        "A package that came differs from the lock and was not installed. "
        "Please check pip's source and try again. Details: {detail}",
    ),
    "install": (
        "安装软件包时出错。详情：{detail}",
        "Installing the packages failed. Details: {detail}",
    ),
    "full": (
        "磁盘已满，无法写入 {place}。请腾出空间，然后再试一次。",
        "The disk is full: {place} cannot be written. Please free some space and try again.",
    ),
    "read-only": (
        "没有权限写入 {place}。请换一个文件夹（DATA_DIR=…），或者修改它的权限。",
        "{place} cannot be written. Please choose another folder (DATA_DIR=…) or change its permissions.",
    ),
    "port": (
        "端口 {port} 已被占用。请停掉占用它的程序，或者换一个端口：make run PORT={other}",
        "Port {port} is in use. Please stop what uses it, or choose another: make run PORT={other}",
    ),
    "port-number": (
        "PORT={port} 不是端口号。请写 1 到 65535 之间的整数。",
        "PORT={port} is no port number. Please write a whole number from 1 to 65535.",
    ),
    "port-forbidden": (
        "没有权限使用端口 {port}。请换一个大于 1023 的端口。",
        "Port {port} may not be used without an administrator's rights. Please choose one above 1023.",
    ),
    "host": (
        "无法在地址 {host} 上监听。请检查 HOST。",
        "It is not possible to listen at {host}. Please check HOST.",
    ),
    "running": (
        "这个数据文件夹已经在运行（进程 {pid}）：{place}",
        "A server is already running on this data folder (process {pid}): {place}",
    ),
    "broken": (
        "{name} 连续 {times} 次启动失败，已停止。原因见上面的输出。",
        "{name} failed to start {times} times in a row; stopped. The reason stands above.",
    ),
}

FULL = (errno.ENOSPC, errno.EDQUOT)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class CannotGoOn(Exception):
    """The start cannot go on; the text is what a person reads."""

    def __init__(self, sentence: str, /, **words: object) -> None:
        self.sentence = sentence
        super().__init__("\n".join(line.format(**words) for line in SENTENCES[sentence]))


def from_os_error(error: OSError, place: object = "") -> CannotGoOn | None:
    """The sentence for a full disk or a folder that may not be written; None for any other error."""
    place = error.filename or place
    if error.errno in FULL:
        return CannotGoOn("full", place=place)
    if error.errno in FORBIDDEN:
        return CannotGoOn("read-only", place=place)
    return None


def from_database_error(said: str, place: object) -> CannotGoOn | None:
    """The sentence for a database that cannot be written for want of space or rights; None for any other error."""
    if "disk is full" in said or "disk I/O error" in said or "No space left" in said:
        return CannotGoOn("full", place=place)
    if "readonly database" in said or "unable to open database" in said:
        return CannotGoOn("read-only", place=place)
    return None


def say(*lines: str) -> None:
    """Print to the terminal, also to one that claims to know no Chinese."""
    sys.stderr.buffer.write(("\n".join(lines) + "\n").encode("utf-8"))
    sys.stderr.flush()


def say_and_exit(problem: CannotGoOn) -> NoReturn:
    """Print the sentence and leave with status 1."""
    say(str(problem))
    sys.exit(1)
