//! An empty window with Readmit's settings: what Tauri and the web view cost by themselves.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
