"""The pages that people read: templates, texts, and what turns answers into words."""

from api.pages.rendering import mount_static, render, render_problem

__all__ = ["mount_static", "render", "render_problem"]
