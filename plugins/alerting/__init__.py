"""An alert in a minute: asked, written, built, ready for delivery.

``python -m plugins.alerting content -s publishconf.py``, behind ``make alert``.
"""
