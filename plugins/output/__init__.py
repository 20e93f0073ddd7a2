"""The contract between plugins and the engine: rules, records and outputs; knows no Pelican."""

from plugins.output.extract import Extract
from plugins.output.history import Editions, History
from plugins.output.output import Output, OutputGroup, PageEntry, PageList, page_path
from plugins.output.register import Collection, Register, Tie
from plugins.output.rule import (
    About,
    FileRule,
    Pardon,
    PlanRule,
    Rule,
    TextRule,
    Written,
    about,
    is_near,
    near,
    rule,
)
from plugins.output.site import Gathered, LazyBody, LazyFile, Site
from plugins.output.templates import Template, Theme, ThemeError

__all__ = [
    "About",
    "Collection",
    "Editions",
    "Extract",
    "FileRule",
    "Gathered",
    "History",
    "LazyBody",
    "LazyFile",
    "Output",
    "OutputGroup",
    "PageEntry",
    "PageList",
    "Pardon",
    "PlanRule",
    "Register",
    "Rule",
    "Site",
    "Template",
    "TextRule",
    "Theme",
    "ThemeError",
    "Tie",
    "Written",
    "about",
    "is_near",
    "near",
    "page_path",
    "rule",
]
