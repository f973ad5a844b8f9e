use super::Work;
use crate::policy::ShiftDate;

pub(in crate::transform) fn shift_date(
    work: &Work<'_>,
    how: &ShiftDate,
    out: &mut String,
) -> Result<(), &'static str> {
    let _ = how;
    let _ = (work.finding, work.value, work.input, work.tools, out);
    Err("is built on the branch of its helper")
}
