"""Links and pictures of a body: to files, to other texts, to places in them."""

from collections.abc import Container, Iterator
from urllib.parse import unquote

from plugins.checks.wanted import in_body, in_header, no_file
from plugins.council.header import Alert
from plugins.council.own_links import address_in_site, own_address
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site, rule


@rule("link", "file-kind", "fragment", says="Посилання веде до того, що є на сайті")
def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """A link or a picture in the text leads to a file of content/, its fragment to a place there.

    Погано:  [рішення](acts/2021/nema.md)
    Добре:   [рішення](acts/2021/miska-rada-5-viii-194.md#punkt-1)
    """
    texts = site.all_by_path
    for text in site.all_texts:
        for reference in text.references:
            if reference.kind in ("address", "web") or reference.target in site.faulty:
                continue
            target = texts.get(reference.target) if reference.target else text
            file = site.files.get(reference.target)
            if target is None and file is None:
                message = no_file(reference.target, [*site.files, *texts])
                yield in_body(text, reference.line, message, "link")
            elif reference.kind == "image" and not (file and file.width):
                message = f"{reference.target} – не зображення. Посилання пишуть без «!»."
                yield in_body(text, reference.line, message, "file-kind")
            elif target and reference.fragment and reference.fragment not in target.fragments:
                where = "цьому тексті" if target is text else f"тексті {target.path}"
                message = f"у {where} немає місця «#{reference.fragment}». Перевірте назву."
                yield in_body(text, reference.line, message, "fragment")


@rule("link", says="За адресою на цьому сайті є сторінка")
def links_answer(site: Site, addresses: Container[str]) -> Iterator[Problem]:
    """A link to an address of this site leads to a page that is there.

    Погано:  [новини](/novosti/), [новини](https://krm.gov.ua/novosti/)
    Добре:   [новини](/novyny/)
    """
    for text in site.register.texts:
        for reference in text.references:
            address = address_in_site(reference, site.public_url)
            if address and unquote(address) not in addresses:
                yield in_body(text, reference.line, _no_answer(address, addresses), "link")
        if text.kind == "alerts":
            yield from _alert_answers(text, site.public_url, addresses)


def _alert_answers(text: Text, public_url: str, addresses: Container[str]) -> Iterator[Problem]:
    link = (text.header.link if isinstance(text.header, Alert) else None) or ""
    address = link if link.startswith("/") else own_address(link, public_url)
    path = unquote(address.partition("#")[0].partition("?")[0])
    if path and path not in addresses:
        yield in_header(text, "link", _no_answer(path, addresses), "link")


def _no_answer(address: str, addresses: Container[str]) -> str:
    if unquote(address) + "/" in addresses:
        return f"адреса {address} без риски в кінці. Напишіть {address}/."
    return f"адреса {address} нікуди не веде. Краще назвіть файл, наприклад pages/kontakty.md."
