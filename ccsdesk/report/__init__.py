"""Plan to paper: content becomes blocks, blocks become tagged pages. Decides nothing about programmes.

ReportLab and segno are loaded when a plan is made, not when this room is entered.
"""

from __future__ import annotations

from ccsdesk.report.compose import compose
from ccsdesk.report.content import Hub, PlanContent
from ccsdesk.report.document import render_plan
from ccsdesk.report.saving import write_file

__all__ = ["Hub", "PlanContent", "compose", "render_plan", "write_file"]
