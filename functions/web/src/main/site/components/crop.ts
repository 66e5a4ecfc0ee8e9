/** Which square of a picture is seen. The middle is in the picture's own pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 shows the largest square there is. */
  readonly zoom: number;
}

export const MOST_ZOOM = 4;

export const middleOf = (width: number, height: number): Crop => ({ x: width / 2, y: height / 2, zoom: 1 });

export const sideOf = (crop: Crop, width: number, height: number): number => Math.min(width, height) / crop.zoom;

/** The nearest crop that lies within the picture. */
export function within(crop: Crop, width: number, height: number): Crop {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, crop.zoom));
  const half = Math.min(width, height) / zoom / 2;
  const clamp = (value: number, most: number) => Math.min(most - half, Math.max(half, value));
  return { x: clamp(crop.x, width), y: clamp(crop.y, height), zoom };
}
