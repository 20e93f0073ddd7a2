"""How much the site is read, from a web server's log and nothing else: no counters, no cookies."""
