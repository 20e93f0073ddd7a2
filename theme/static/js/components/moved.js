// Addresses of the previous site by number, «/?p=12»: where no server leads on, the home page does.
{
  const asked = location.pathname === "/" && /^\?(?:p|page_id|attachment_id)=(\d+)$/.exec(location.search);
  if (asked) location.replace(`/p/${asked[1]}/`);
}
