"""«Стан матеріалів»: what editors have to look after, on a page that is never published.

``python -m plugins.status content``, behind ``make status``. GOV.UK and LocalGov Drupal are the
models of dates of review and of who answers for a text.
"""
