package uk.thinkuknow.curriculum;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class PictureFiles implements PanacheRepositoryBase<PictureFile, String> {}
