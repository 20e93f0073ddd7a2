"""Links to other sites: which of them no longer lead anywhere. A nightly job, no part of a build.

``python -m plugins.outside_links public https://krm.gov.ua``, behind ``make links``.
"""
