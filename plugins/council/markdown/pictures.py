"""Pictures that stand alone become figures with captions, several together a gallery."""

from xml.etree.ElementTree import Element, SubElement


def settle_pictures(root: Element) -> None:
    """Turn paragraphs of nothing but pictures into figures; no picture keeps a ``title``."""
    if next(root.iter("img"), None) is None:
        return
    for paragraph in list(root.iter("p")):
        pictures = _only_pictures(paragraph)
        if len(pictures) == 1:
            _become_figure(paragraph, pictures[0])
        elif pictures:
            _become_gallery(paragraph, pictures)
    for image in root.iter("img"):
        image.attrib.pop("title", None)


def _only_pictures(paragraph: Element) -> list[Element]:
    texts = [paragraph.text, *(child.tail for child in paragraph)]
    if any(text and text.strip() for text in texts):
        return []
    if any(child.tag not in ("img", "br") for child in paragraph):
        return []
    return list(paragraph.iter("img"))


def _become_figure(element: Element, image: Element) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail, image.tail = "figure", tail, None
    element.append(image)
    if caption := image.attrib.pop("title", "").strip():
        SubElement(element, "figcaption").text = caption


def _become_gallery(element: Element, images: list[Element]) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    element.set("class", "gallery")
    for image in images:
        _become_figure(SubElement(element, "figure"), image)
