// The drawer of headings closes once a heading is chosen.
{
  const outline = document.getElementById("outline");
  outline?.addEventListener("click", (event) => {
    if (event.target.closest("a") && outline.matches(":popover-open")) outline.hidePopover();
  });
}
