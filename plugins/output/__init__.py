"""The contract between plugins and the engine: rules, records and outputs; knows no Pelican."""

from plugins.output.extract import Extract
from plugins.output.history import Editions, History
from plugins.output.output import Output, OutputGroup, PageEntry, PageList, page_path
from plugins.output.register import Collection, Register, Tie
from plugins.output.rule import PlanRule, Rule
from plugins.output.site import Gathered, LazyBody, LazyFile, Site
from plugins.output.templates import Template, Theme, ThemeError

__all__ = [
    "Collection",
    "Editions",
    "Extract",
    "Gathered",
    "History",
    "LazyBody",
    "LazyFile",
    "Output",
    "OutputGroup",
    "PageEntry",
    "PageList",
    "PlanRule",
    "Register",
    "Rule",
    "Site",
    "Template",
    "Theme",
    "ThemeError",
    "Tie",
    "page_path",
]
