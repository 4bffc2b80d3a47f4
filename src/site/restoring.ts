/**
 * A link to a view restores it when the chart's script has come. This small script runs before
 * anything of the chart is painted, so that another view is not seen first, and nothing moves.
 */
export const RESTORING_SCRIPT = `if(location.search){document.documentElement.dataset.restoring='';const mode=new URLSearchParams(location.search).get('show');if(mode==='table'||mode==='reading')document.currentScript.parentElement.dataset.mode=mode}`;
