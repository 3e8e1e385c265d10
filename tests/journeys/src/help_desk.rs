//! The help desk's window, as far as it goes.

use crate::scene::Scene;
use crate::trouble::Result;

/// It says what is coming, and leads to what there is.
pub(crate) async fn says_what_is_coming(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--desk"]).await?;
    window.look("desk", "coming").await?;
    window.press("open-recovery").await?;
    window
        .until(
            "the button can be pressed again",
            "return document.querySelector('[data-act=open-recovery]').getAttribute('aria-busy') !== 'true'",
        )
        .await?;
    window.look("desk", "recovery-opened").await
}
